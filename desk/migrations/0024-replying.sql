-- Who is writing an answer right now. A lease: it ends by itself when a browser is gone without a word.
create table replying (
  workspace_id uuid not null references workspaces,
  conversation_id uuid not null,
  member_id uuid not null,
  until timestamptz not null,
  primary key (workspace_id, conversation_id, member_id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, member_id) references members
);
create index replying_until on replying (until);
