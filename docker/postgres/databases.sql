-- One database and one owner for each service. Only for development: a password here protects nothing.
CREATE ROLE subscription LOGIN PASSWORD 'subscription';
CREATE DATABASE subscription OWNER subscription;
CREATE ROLE mailer LOGIN PASSWORD 'mailer';
CREATE DATABASE mailer OWNER mailer;
CREATE ROLE audit LOGIN PASSWORD 'audit';
CREATE DATABASE audit OWNER audit;
