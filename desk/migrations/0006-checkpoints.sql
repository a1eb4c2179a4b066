-- The state of the whole record at one moment, signed: see docs/decisions/0008-checkpoints.md. It covers all workspaces
-- (samples excepted), so it belongs to none.
create table checkpoints (
  number int primary key check (number > 0),
  at timestamptz not null,
  -- every entry recorded before this is in it
  recorded_before timestamptz not null,
  promises int not null,
  entries bigint not null,
  root text not null,
  previous text not null,
  public_key text not null,
  signature text not null
);

-- The last entry of each promise as of a checkpoint, where that is another than as of the one before.
create table checkpoint_leaves (
  workspace_id uuid not null,
  promise_id uuid not null,
  number int not null references checkpoints,
  seq int not null,
  hash text not null,
  primary key (workspace_id, promise_id, number)
);

create function refuse_checkpoint_change() returns trigger language plpgsql as $$
begin
  raise exception 'checkpoints are appended, never changed or deleted';
end $$;
create trigger checkpoints_refuse_change before update or delete or truncate on checkpoints
  for each statement execute function refuse_checkpoint_change();
create trigger checkpoint_leaves_refuse_change before update or delete or truncate on checkpoint_leaves
  for each statement execute function refuse_checkpoint_change();
