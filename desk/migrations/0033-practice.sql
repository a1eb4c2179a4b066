-- The practice desk: cases that a team has added, and what each member has answered, for that member alone. Nothing of the
-- record refers to it, and it refers to nothing of the record.

create table practice_cases (
  workspace_id uuid not null references workspaces,
  case_id uuid not null,
  kind text not null check (kind in ('untrue-yes', 'date', 'wrong-request', 'wrong-thing')),
  title text not null,
  message text not null,
  -- one point a line: what to look out for
  points text not null,
  honest text,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, case_id)
);

-- `case_key`: of a case that comes with the desk, or the id of one that was added. The newest answer of each.
create table practice_answers (
  workspace_id uuid not null references workspaces,
  member_id uuid not null,
  case_key text not null,
  text text not null,
  verdict text not null check (verdict in ('clear', 'confirm', 'hold')),
  tries int not null,
  at timestamptz not null,
  primary key (workspace_id, member_id, case_key)
);
