-- Rules that a team writes itself, in the form of aboveboard.config. A version is never changed.

create table own_rules (
  workspace_id uuid not null references workspaces,
  own_rule_id uuid not null,
  -- house/no-slang; what stands in settings and findings
  name text not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, own_rule_id)
);
create unique index own_rules_by_name on own_rules (workspace_id, name) where removed_at is null;

create table own_rule_versions (
  workspace_id uuid not null references workspaces,
  own_rule_id uuid not null,
  version int not null,
  body jsonb not null,
  by_kind text not null check (by_kind in ('member', 'key', 'desk')),
  by_id uuid,
  at timestamptz not null,
  primary key (workspace_id, own_rule_id, version),
  foreign key (workspace_id, own_rule_id) references own_rules
);
