-- The protocol audit: what tells members and bots how to deal with customers, and what the rules find in it.

create table audit_documents (
  workspace_id uuid not null references workspaces,
  document_id uuid not null,
  name text not null,
  kind text not null check (kind in ('policy', 'script', 'macro', 'training', 'prompt')),
  owner_id uuid,
  created_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid,
  -- what was found in the newest version, and with which rules: found again when they are others
  checked_with text,
  language text,
  findings jsonb not null default '[]',
  primary key (workspace_id, document_id),
  foreign key (workspace_id, owner_id) references members
);

-- A version is never changed. `format` is the ending that says how the text is read; of PDF and Word only the text is kept.
create table audit_versions (
  workspace_id uuid not null references workspaces,
  document_id uuid not null,
  version int not null,
  format text not null,
  text text not null,
  by_kind text not null check (by_kind in ('member', 'key', 'desk')),
  by_id uuid,
  entered_at timestamptz not null,
  primary key (workspace_id, document_id, version),
  foreign key (workspace_id, document_id) references audit_documents
);

-- A finding that somebody answers for until a day. `key` stands for rule and words within the document.
create table audit_acceptances (
  workspace_id uuid not null references workspaces,
  acceptance_id uuid not null,
  document_id uuid not null,
  key text not null,
  rule text not null,
  words text not null,
  reason text not null,
  until date not null,
  by_id uuid,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (workspace_id, acceptance_id),
  foreign key (workspace_id, document_id) references audit_documents
);
create unique index audit_acceptances_live on audit_acceptances (workspace_id, document_id, key) where withdrawn_at is null;

-- What the audit came to after each change: the trend.
create table audit_runs (
  workspace_id uuid not null references workspaces,
  run_id uuid not null,
  at timestamptz not null,
  cause text not null check (cause in ('document', 'acceptance', 'rules')),
  documents int not null,
  hold int not null,
  confirm int not null,
  remark int not null,
  accepted int not null,
  primary key (workspace_id, run_id)
);
create index audit_runs_newest on audit_runs (workspace_id, at desc);
