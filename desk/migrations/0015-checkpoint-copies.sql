-- Copies of checkpoints on their way to where this desk cannot change them: the outbox of checkpoints. Like them it belongs
-- to no workspace.
create table checkpoint_copies (
  number int not null references checkpoints,
  kind text not null check (kind in ('mail', 'webhook')),
  attempts int not null default 0,
  -- when to try (again); null when it was taken
  next_at timestamptz,
  done_at timestamptz,
  problem text,
  created_at timestamptz not null,
  primary key (number, kind)
);
create index checkpoint_copies_next on checkpoint_copies (next_at) where next_at is not null;
