-- Whether anybody may read the trust report: off unless an admin turns it on.

update workspaces set settings = settings || '{"publicReport": {"on": false}}'::jsonb where not settings ? 'publicReport';
