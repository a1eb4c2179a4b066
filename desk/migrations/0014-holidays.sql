-- Whose public holidays are days off, and when what is said outside working hours counts as said.

update workspaces set settings = settings || '{"holidays": null}'::jsonb where not settings ? 'holidays';
update workspaces set settings = settings || '{"closedSays": "same-day"}'::jsonb where not settings ? 'closedSays';
