-- The last entry of each log of settings as of a checkpoint, where that is another than as of the one before.
create table checkpoint_log_leaves (
  workspace_id uuid not null,
  number int not null references checkpoints,
  seq int not null,
  hash text not null,
  primary key (workspace_id, number)
);
create trigger checkpoint_log_leaves_refuse_change before update or delete or truncate on checkpoint_log_leaves
  for each statement execute function refuse_checkpoint_change();
