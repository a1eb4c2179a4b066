-- What a team promises to every customer (after ISO 10001). A version is never changed, and holds until the next one begins.

create table standing_promises (
  workspace_id uuid not null references workspaces,
  standing_id uuid not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, standing_id)
);

create table standing_versions (
  workspace_id uuid not null references workspaces,
  standing_id uuid not null,
  version int not null,
  what text not null,
  limits text not null,
  complain text not null,
  measure jsonb not null,
  valid_from timestamptz not null,
  by_kind text not null check (by_kind in ('member', 'key', 'desk')),
  by_id uuid,
  primary key (workspace_id, standing_id, version),
  foreign key (workspace_id, standing_id) references standing_promises
);

update workspaces set settings = settings || '{"publicProtocol": {"on": false}}'::jsonb where not settings ? 'publicProtocol';
