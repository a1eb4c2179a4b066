-- What stands below a message: a member's own, that of an address of ours, or else the workspace's.
create table signatures (
  workspace_id uuid not null references workspaces,
  kind text not null check (kind in ('member', 'address', 'workspace')),
  -- the member's id, the address in lower case, or empty
  key text not null,
  text text not null,
  primary key (workspace_id, kind, key)
);
