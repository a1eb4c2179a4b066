-- Words that a team puts on conversations to find them by.
create table conversation_tags (
  workspace_id uuid not null references workspaces,
  conversation_id uuid not null,
  -- in lower case, so that one word is one tag
  tag text not null,
  by_id uuid,
  at timestamptz not null,
  primary key (workspace_id, conversation_id, tag),
  foreign key (workspace_id, conversation_id) references conversations
);
create index conversation_tags_by_tag on conversation_tags (workspace_id, tag, conversation_id);

-- A list that somebody saved: which state, whose, which tag. The conversations in it are found anew each time.
create table saved_views (
  workspace_id uuid not null references workspaces,
  view_id uuid not null,
  name text not null,
  state text not null check (state in ('open', 'awaiting', 'snoozed', 'closed', 'spam', 'all')),
  -- 'anybody', 'me' (whoever looks), 'nobody', or a member's id
  assignee text not null,
  tag text,
  by_id uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, view_id),
  foreign key (workspace_id, by_id) references members
);
