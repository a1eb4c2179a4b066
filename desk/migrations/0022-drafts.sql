-- What a member is writing and has not sent: kept here, so that it follows them to another device. `draft` is null once it
-- was sent or emptied: the row stays for its revision, which says what a device has not seen. `others`: what another device
-- of theirs wrote meanwhile, until they choose.
create table drafts (
  workspace_id uuid not null references workspaces,
  conversation_id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('reply', 'note')),
  draft jsonb,
  others jsonb not null default '[]',
  revision int not null,
  changed_at timestamptz not null,
  primary key (workspace_id, conversation_id, member_id, kind),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, member_id) references members
);
create index drafts_by_member on drafts (workspace_id, member_id, changed_at) where draft is not null;
