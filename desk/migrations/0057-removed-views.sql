-- A view that was removed can be put back for some weeks.
alter table saved_views add column removed_at timestamptz;
