-- Merging and splitting move what is in a conversation. What was merged away stays as an empty row that leads to the one it
-- became part of; a move says who did it, and moved_rows what went along, so that it can be taken back. Ids only.
alter table conversations add column merged_into uuid;
alter table conversations add foreign key (workspace_id, merged_into) references conversations;
create index conversations_merged on conversations (workspace_id, merged_into) where merged_into is not null;

create table conversation_moves (
  workspace_id uuid not null references workspaces,
  move_id uuid not null,
  kind text not null check (kind in ('merge', 'split')),
  from_id uuid not null,
  to_id uuid not null,
  by_kind text not null check (by_kind in ('member', 'key')),
  by_id uuid not null,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (workspace_id, move_id),
  foreign key (workspace_id, from_id) references conversations,
  foreign key (workspace_id, to_id) references conversations
);
create index conversation_moves_from on conversation_moves (workspace_id, from_id);
create index conversation_moves_to on conversation_moves (workspace_id, to_id);

create table moved_rows (
  workspace_id uuid not null references workspaces,
  move_id uuid not null,
  -- the table that the row is in
  noun text not null,
  row_id uuid not null,
  primary key (workspace_id, move_id, noun, row_id),
  foreign key (workspace_id, move_id) references conversation_moves
);
