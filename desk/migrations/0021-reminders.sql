-- What was put aside comes up at its time, once, for whoever put it aside; also when the customer wrote meanwhile, which
-- brings the conversation back before. One of a conversation at a time.
create table reminders (
  workspace_id uuid not null references workspaces,
  conversation_id uuid not null,
  -- null: for everybody
  member_id uuid,
  at timestamptz not null,
  primary key (workspace_id, conversation_id),
  foreign key (workspace_id, conversation_id) references conversations
);
create index reminders_due on reminders (at);
