-- The tables of Directus 12 that the item services work with: names, columns and rules as there, so that either can use the other's database.

CREATE TABLE "directus_roles" (
    "id" uuid NOT NULL,
    "name" varchar(100) NOT NULL,
    "icon" varchar(64) DEFAULT 'supervised_user_circle' NOT NULL,
    "description" text,
    "parent" uuid,
    CONSTRAINT "directus_roles_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "directus_policies" (
    "id" uuid NOT NULL,
    "name" varchar(100) NOT NULL,
    "icon" varchar(64) DEFAULT 'badge' NOT NULL,
    "description" text,
    "ip_access" text,
    "enforce_tfa" boolean DEFAULT false NOT NULL,
    "admin_access" boolean DEFAULT false NOT NULL,
    "app_access" boolean DEFAULT false NOT NULL,
    CONSTRAINT "directus_policies_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "directus_users" (
    "id" uuid NOT NULL,
    "first_name" varchar(50),
    "last_name" varchar(50),
    "email" varchar(128),
    "password" varchar(255),
    "location" varchar(255),
    "title" varchar(50),
    "description" text,
    "tags" ${json},
    "avatar" uuid,
    "language" varchar(255),
    "tfa_secret" varchar(255),
    "status" varchar(16) DEFAULT 'active' NOT NULL,
    "role" uuid,
    "token" varchar(255),
    "last_access" timestamp with time zone,
    "last_page" varchar(255),
    "provider" varchar(128) DEFAULT 'default' NOT NULL,
    "external_identifier" varchar(255),
    "auth_data" ${json},
    "email_notifications" boolean DEFAULT true,
    "appearance" varchar(255),
    "theme_dark" varchar(255),
    "theme_light" varchar(255),
    "theme_light_overrides" ${json},
    "theme_dark_overrides" ${json},
    "text_direction" varchar(255) DEFAULT 'auto' NOT NULL,
    CONSTRAINT "directus_users_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "directus_users_email_unique" UNIQUE ("email"),
    CONSTRAINT "directus_users_external_identifier_unique" UNIQUE ("external_identifier"),
    CONSTRAINT "directus_users_token_unique" UNIQUE ("token")
);

CREATE TABLE "directus_access" (
    "id" uuid NOT NULL,
    "role" uuid,
    "user" uuid,
    "policy" uuid NOT NULL,
    "sort" integer,
    CONSTRAINT "directus_access_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "directus_permissions" (
    "id" ${counter} NOT NULL,
    "collection" varchar(64) NOT NULL,
    "action" varchar(10) NOT NULL,
    "permissions" ${json},
    "validation" ${json},
    "presets" ${json},
    "fields" text,
    "policy" uuid NOT NULL,
    CONSTRAINT "directus_permissions_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "directus_collections" (
    "collection" varchar(64) NOT NULL,
    "icon" varchar(64),
    "note" text,
    "display_template" varchar(255),
    "hidden" boolean DEFAULT false NOT NULL,
    "singleton" boolean DEFAULT false NOT NULL,
    "translations" ${json},
    "archive_field" varchar(64),
    "archive_app_filter" boolean DEFAULT true NOT NULL,
    "archive_value" varchar(255),
    "unarchive_value" varchar(255),
    "sort_field" varchar(64),
    "accountability" varchar(255) DEFAULT 'all',
    "color" varchar(255),
    "item_duplication_fields" ${json},
    "sort" integer,
    "group" varchar(64),
    "collapse" varchar(255) DEFAULT 'open' NOT NULL,
    "preview_url" varchar(255),
    "versioning" boolean DEFAULT false NOT NULL,
    "status" varchar(255) DEFAULT 'active' NOT NULL,
    "autosave_revision_interval" real,
    CONSTRAINT "directus_collections_pkey" PRIMARY KEY ("collection")
);

CREATE TABLE "directus_fields" (
    "id" ${counter} NOT NULL,
    "collection" varchar(64) NOT NULL,
    "field" varchar(64) NOT NULL,
    "special" varchar(64),
    "interface" varchar(64),
    "options" ${json},
    "display" varchar(64),
    "display_options" ${json},
    "readonly" boolean DEFAULT false NOT NULL,
    "hidden" boolean DEFAULT false NOT NULL,
    "sort" integer,
    "width" varchar(30) DEFAULT 'full',
    "translations" ${json},
    "note" text,
    "conditions" ${json},
    "required" boolean DEFAULT false,
    "group" varchar(64),
    "validation" ${json},
    "validation_message" text,
    "searchable" boolean DEFAULT true NOT NULL,
    CONSTRAINT "directus_fields_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "directus_relations" (
    "id" ${counter} NOT NULL,
    "many_collection" varchar(64) NOT NULL,
    "many_field" varchar(64) NOT NULL,
    "one_collection" varchar(64),
    "one_field" varchar(64),
    "one_collection_field" varchar(64),
    "one_allowed_collections" text,
    "junction_field" varchar(64),
    "sort_field" varchar(64),
    "one_deselect_action" varchar(255) DEFAULT 'nullify' NOT NULL,
    CONSTRAINT "directus_relations_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "directus_folders" (
    "id" uuid NOT NULL,
    "name" varchar(255) NOT NULL,
    "parent" uuid,
    "type" varchar(255) DEFAULT 'files' NOT NULL,
    CONSTRAINT "directus_folders_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "directus_files" (
    "id" uuid NOT NULL,
    "storage" varchar(255) NOT NULL,
    "filename_disk" varchar(255),
    "filename_download" varchar(255) NOT NULL,
    "title" varchar(255),
    "type" varchar(255),
    "folder" uuid,
    "uploaded_by" uuid,
    "created_on" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "modified_by" uuid,
    "modified_on" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "charset" varchar(50),
    "filesize" bigint,
    "width" integer,
    "height" integer,
    "duration" integer,
    "embed" varchar(200),
    "description" text,
    "location" text,
    "tags" text,
    "metadata" ${json},
    "focal_point_x" integer,
    "focal_point_y" integer,
    "tus_id" varchar(64),
    "tus_data" ${json},
    "uploaded_on" timestamp with time zone,
    CONSTRAINT "directus_files_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "directus_flows" (
    "id" uuid NOT NULL,
    "name" varchar(255) NOT NULL,
    "icon" varchar(64),
    "color" varchar(255),
    "description" text,
    "status" varchar(255) DEFAULT 'active' NOT NULL,
    "trigger" varchar(255),
    "accountability" varchar(255) DEFAULT 'all',
    "options" ${json},
    "operation" uuid,
    "date_created" timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    "user_created" uuid,
    "folder" uuid,
    CONSTRAINT "directus_flows_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "directus_flows_operation_unique" UNIQUE ("operation")
);

CREATE TABLE "directus_operations" (
    "id" uuid NOT NULL,
    "name" varchar(255),
    "key" varchar(255) NOT NULL,
    "type" varchar(255) NOT NULL,
    "position_x" integer NOT NULL,
    "position_y" integer NOT NULL,
    "options" ${json},
    "resolve" uuid,
    "reject" uuid,
    "flow" uuid NOT NULL,
    "date_created" timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    "user_created" uuid,
    CONSTRAINT "directus_operations_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "directus_operations_reject_unique" UNIQUE ("reject"),
    CONSTRAINT "directus_operations_resolve_unique" UNIQUE ("resolve")
);

CREATE TABLE "directus_notifications" (
    "id" ${counter} NOT NULL,
    "timestamp" timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    "status" varchar(255) DEFAULT 'inbox',
    "recipient" uuid NOT NULL,
    "sender" uuid,
    "subject" varchar(255) NOT NULL,
    "message" text,
    "collection" varchar(64),
    "item" varchar(255),
    CONSTRAINT "directus_notifications_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "directus_settings" (
    "id" ${counter} NOT NULL,
    "project_name" varchar(100) DEFAULT 'Directus' NOT NULL,
    "project_url" varchar(255),
    "project_color" varchar(255) DEFAULT '#6644FF' NOT NULL,
    "project_logo" uuid,
    "public_foreground" uuid,
    "public_background" uuid,
    "public_note" text,
    "auth_login_attempts" integer DEFAULT 25,
    "auth_password_policy" varchar(100),
    "storage_asset_transform" varchar(7) DEFAULT 'all',
    "storage_asset_presets" ${json},
    "custom_css" text,
    "storage_default_folder" uuid,
    "basemaps" ${json},
    "mapbox_key" varchar(255),
    "module_bar" ${json},
    "project_descriptor" varchar(100),
    "default_language" varchar(255) DEFAULT 'en-US' NOT NULL,
    "custom_aspect_ratios" ${json},
    "public_favicon" uuid,
    "default_appearance" varchar(255) DEFAULT 'auto' NOT NULL,
    "default_theme_light" varchar(255),
    "theme_light_overrides" ${json},
    "default_theme_dark" varchar(255),
    "theme_dark_overrides" ${json},
    "report_error_url" varchar(255),
    "report_bug_url" varchar(255),
    "report_feature_url" varchar(255),
    "public_registration" boolean DEFAULT false NOT NULL,
    "public_registration_verify_email" boolean DEFAULT true NOT NULL,
    "public_registration_role" uuid,
    "public_registration_email_filter" ${json},
    "visual_editor_urls" ${json},
    "project_id" uuid,
    "mcp_enabled" boolean DEFAULT false NOT NULL,
    "mcp_allow_deletes" boolean DEFAULT false NOT NULL,
    "mcp_prompts_collection" varchar(255),
    "mcp_system_prompt_enabled" boolean DEFAULT true NOT NULL,
    "mcp_system_prompt" text,
    "project_owner" varchar(255),
    "project_usage" varchar(255),
    "org_name" varchar(255),
    "product_updates" boolean,
    "project_status" varchar(255),
    "ai_openai_api_key" text,
    "ai_anthropic_api_key" text,
    "ai_system_prompt" text,
    "ai_google_api_key" text,
    "ai_openai_compatible_api_key" text,
    "ai_openai_compatible_base_url" text,
    "ai_openai_compatible_name" text,
    "ai_openai_compatible_models" ${json},
    "ai_openai_compatible_headers" ${json},
    "ai_openai_allowed_models" ${json},
    "ai_anthropic_allowed_models" ${json},
    "ai_google_allowed_models" ${json},
    "collaborative_editing_enabled" boolean DEFAULT false NOT NULL,
    "ai_translation_default_model" text,
    "ai_translation_glossary" ${json},
    "ai_translation_style_guide" text,
    "license_key" varchar(255),
    "license_token" text,
    "mcp_oauth_enabled" boolean DEFAULT false NOT NULL,
    "mcp_oauth_dcr_enabled" boolean DEFAULT false NOT NULL,
    "mcp_oauth_cimd_enabled" boolean DEFAULT false NOT NULL,
    "default_save_action" varchar(255) DEFAULT 'save-and-quit' NOT NULL,
    CONSTRAINT "directus_settings_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "directus_activity" (
    "id" ${counter} NOT NULL,
    "action" varchar(45) NOT NULL,
    "user" uuid,
    "timestamp" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "ip" varchar(50),
    "user_agent" text,
    "collection" varchar(64) NOT NULL,
    "item" varchar(255) NOT NULL,
    "origin" varchar(255),
    CONSTRAINT "directus_activity_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "directus_revisions" (
    "id" ${counter} NOT NULL,
    "activity" integer NOT NULL,
    "collection" varchar(64) NOT NULL,
    "item" varchar(255) NOT NULL,
    "data" ${json},
    "delta" ${json},
    "parent" integer,
    "version" uuid,
    CONSTRAINT "directus_revisions_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "directus_sessions" (
    "token" varchar(64) NOT NULL,
    "user" uuid,
    "expires" timestamp with time zone NOT NULL,
    "ip" varchar(255),
    "user_agent" text,
    "share" uuid,
    "origin" varchar(255),
    "next_token" varchar(64),
    "oauth_client" varchar(255),
    CONSTRAINT "directus_sessions_pkey" PRIMARY KEY ("token")
);

CREATE TABLE "directus_extensions" (
    "enabled" boolean DEFAULT true NOT NULL,
    "id" uuid NOT NULL,
    "folder" varchar(255) NOT NULL,
    "source" varchar(255) NOT NULL,
    "bundle" uuid,
    CONSTRAINT "directus_extensions_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "directus_access" ADD CONSTRAINT "directus_access_policy_foreign"
    FOREIGN KEY ("policy") REFERENCES "directus_policies" ("id") ON DELETE CASCADE;
ALTER TABLE "directus_access" ADD CONSTRAINT "directus_access_role_foreign"
    FOREIGN KEY ("role") REFERENCES "directus_roles" ("id") ON DELETE CASCADE;
ALTER TABLE "directus_access" ADD CONSTRAINT "directus_access_user_foreign"
    FOREIGN KEY ("user") REFERENCES "directus_users" ("id") ON DELETE CASCADE;
ALTER TABLE "directus_collections" ADD CONSTRAINT "directus_collections_group_foreign"
    FOREIGN KEY ("group") REFERENCES "directus_collections" ("collection");
ALTER TABLE "directus_files" ADD CONSTRAINT "directus_files_folder_foreign"
    FOREIGN KEY ("folder") REFERENCES "directus_folders" ("id") ON DELETE SET NULL;
ALTER TABLE "directus_files" ADD CONSTRAINT "directus_files_modified_by_foreign"
    FOREIGN KEY ("modified_by") REFERENCES "directus_users" ("id");
ALTER TABLE "directus_files" ADD CONSTRAINT "directus_files_uploaded_by_foreign"
    FOREIGN KEY ("uploaded_by") REFERENCES "directus_users" ("id");
ALTER TABLE "directus_flows" ADD CONSTRAINT "directus_flows_folder_foreign"
    FOREIGN KEY ("folder") REFERENCES "directus_folders" ("id") ON DELETE SET NULL;
ALTER TABLE "directus_flows" ADD CONSTRAINT "directus_flows_user_created_foreign"
    FOREIGN KEY ("user_created") REFERENCES "directus_users" ("id") ON DELETE SET NULL;
ALTER TABLE "directus_folders" ADD CONSTRAINT "directus_folders_parent_foreign"
    FOREIGN KEY ("parent") REFERENCES "directus_folders" ("id");
ALTER TABLE "directus_notifications" ADD CONSTRAINT "directus_notifications_recipient_foreign"
    FOREIGN KEY ("recipient") REFERENCES "directus_users" ("id") ON DELETE CASCADE;
ALTER TABLE "directus_notifications" ADD CONSTRAINT "directus_notifications_sender_foreign"
    FOREIGN KEY ("sender") REFERENCES "directus_users" ("id");
ALTER TABLE "directus_operations" ADD CONSTRAINT "directus_operations_flow_foreign"
    FOREIGN KEY ("flow") REFERENCES "directus_flows" ("id") ON DELETE CASCADE;
ALTER TABLE "directus_operations" ADD CONSTRAINT "directus_operations_reject_foreign"
    FOREIGN KEY ("reject") REFERENCES "directus_operations" ("id");
ALTER TABLE "directus_operations" ADD CONSTRAINT "directus_operations_resolve_foreign"
    FOREIGN KEY ("resolve") REFERENCES "directus_operations" ("id");
ALTER TABLE "directus_operations" ADD CONSTRAINT "directus_operations_user_created_foreign"
    FOREIGN KEY ("user_created") REFERENCES "directus_users" ("id") ON DELETE SET NULL;
ALTER TABLE "directus_permissions" ADD CONSTRAINT "directus_permissions_policy_foreign"
    FOREIGN KEY ("policy") REFERENCES "directus_policies" ("id") ON DELETE CASCADE;
ALTER TABLE "directus_revisions" ADD CONSTRAINT "directus_revisions_activity_foreign"
    FOREIGN KEY ("activity") REFERENCES "directus_activity" ("id") ON DELETE CASCADE;
ALTER TABLE "directus_revisions" ADD CONSTRAINT "directus_revisions_parent_foreign"
    FOREIGN KEY ("parent") REFERENCES "directus_revisions" ("id");
ALTER TABLE "directus_roles" ADD CONSTRAINT "directus_roles_parent_foreign"
    FOREIGN KEY ("parent") REFERENCES "directus_roles" ("id");
ALTER TABLE "directus_sessions" ADD CONSTRAINT "directus_sessions_user_foreign"
    FOREIGN KEY ("user") REFERENCES "directus_users" ("id") ON DELETE CASCADE;
ALTER TABLE "directus_settings" ADD CONSTRAINT "directus_settings_project_logo_foreign"
    FOREIGN KEY ("project_logo") REFERENCES "directus_files" ("id");
ALTER TABLE "directus_settings" ADD CONSTRAINT "directus_settings_public_background_foreign"
    FOREIGN KEY ("public_background") REFERENCES "directus_files" ("id");
ALTER TABLE "directus_settings" ADD CONSTRAINT "directus_settings_public_favicon_foreign"
    FOREIGN KEY ("public_favicon") REFERENCES "directus_files" ("id");
ALTER TABLE "directus_settings" ADD CONSTRAINT "directus_settings_public_foreground_foreign"
    FOREIGN KEY ("public_foreground") REFERENCES "directus_files" ("id");
ALTER TABLE "directus_settings" ADD CONSTRAINT "directus_settings_public_registration_role_foreign"
    FOREIGN KEY ("public_registration_role") REFERENCES "directus_roles" ("id") ON DELETE SET NULL;
ALTER TABLE "directus_settings" ADD CONSTRAINT "directus_settings_storage_default_folder_foreign"
    FOREIGN KEY ("storage_default_folder") REFERENCES "directus_folders" ("id") ON DELETE SET NULL;
ALTER TABLE "directus_users" ADD CONSTRAINT "directus_users_role_foreign"
    FOREIGN KEY ("role") REFERENCES "directus_roles" ("id") ON DELETE SET NULL;

CREATE INDEX "directus_activity_timestamp_index" ON "directus_activity" ("timestamp");
CREATE INDEX "directus_revisions_activity_index" ON "directus_revisions" ("activity");
CREATE INDEX "directus_revisions_parent_index" ON "directus_revisions" ("parent");
