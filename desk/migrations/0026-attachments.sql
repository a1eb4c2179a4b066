-- What a member has put beside a draft: content on disk by digest, named here until it is sent (then it is one of `files`),
-- taken away, or so old that nobody will send it.
create table attachments (
  workspace_id uuid not null references workspaces,
  attachment_id uuid not null,
  conversation_id uuid not null,
  by_id uuid not null,
  digest text not null,
  name text not null,
  type text not null,
  size bigint not null,
  created_at timestamptz not null,
  primary key (workspace_id, attachment_id),
  foreign key (workspace_id, conversation_id) references conversations
);
create index attachments_by_conversation on attachments (workspace_id, conversation_id);
create index attachments_by_digest on attachments (digest);
create index attachments_by_age on attachments (created_at);
