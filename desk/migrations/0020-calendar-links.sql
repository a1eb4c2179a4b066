-- The secret address of a member's calendar feed. What stands in it is made with the desk's key from link_id, so that it can
-- be shown again; only its digest is here. One of a member works at a time.
create table calendar_links (
  workspace_id uuid not null references workspaces,
  link_id uuid not null,
  member_id uuid not null,
  token_digest text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (workspace_id, link_id),
  foreign key (workspace_id, member_id) references members
);
create unique index calendar_links_live on calendar_links (workspace_id, member_id) where revoked_at is null;
create index calendar_links_by_digest on calendar_links (token_digest) where revoked_at is null;
