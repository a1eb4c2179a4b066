-- What was taken in from a file, and how far it is: the file itself stays with whoever chose it.
create table imports (
  workspace_id uuid not null references workspaces,
  import_id uuid not null,
  kind text not null check (kind in ('mails', 'tickets', 'customers')),
  file_name text not null,
  -- bytes; with the name it tells whether a file is the one that was begun with
  size bigint not null,
  total integer not null,
  done integer not null default 0,
  taken integer not null default 0,
  changed integer not null default 0,
  again integer not null default 0,
  left_out integer not null default 0,
  proposed integer not null default 0,
  -- sentences without anybody's name or address
  problems jsonb not null default '[]',
  by_id uuid,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, import_id)
);
create unique index imports_open on imports (workspace_id, kind, file_name, size) where ended_at is null;
