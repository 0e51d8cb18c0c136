#include "bundled_tables.h"

static const unsigned char panjin_package[] = {
#embed "panjin-2022/datapackage.json"
};
static const unsigned char panjin_topics[] = {
#embed "panjin-2022/topics.csv"
};
static const unsigned char panjin_indicators[] = {
#embed "panjin-2022/indicators.csv"
};
static const unsigned char panjin_areas[] = {
#embed "panjin-2022/areas.csv"
};
static const unsigned char panjin_observations[] = {
#embed "panjin-2022/observations.csv"
};
static const unsigned char panjin_targets[] = {
#embed "panjin-2022/targets.csv"
};
static const unsigned char panjin_derived[] = {
#embed "panjin-2022/derived.csv"
};
static const unsigned char panjin_links[] = {
#embed "panjin-2022/links.csv"
};
static const unsigned char panjin_revisions[] = {
#embed "panjin-2022/revisions.csv"
};
static const unsigned char panjin_briefs[] = {
#embed "panjin-2022/briefs.csv"
};
static const unsigned char panjin_followups[] = {
#embed "panjin-2022/followups.csv"
};
static const unsigned char panjin_notes[] = {
#embed "panjin-2022/notes.csv"
};
static const unsigned char panjin_contacts[] = {
#embed "panjin-2022/contacts.csv"
};
static const unsigned char panjin_sources[] = {
#embed "panjin-2022/sources.csv"
};
static const unsigned char panjin_map[] = {
#embed "panjin-2022/map.txt"
};
static const unsigned char example_package[] = {
#embed "example-city/datapackage.json"
};
static const unsigned char example_topics[] = {
#embed "example-city/topics.csv"
};
static const unsigned char example_indicators[] = {
#embed "example-city/indicators.csv"
};
static const unsigned char example_areas[] = {
#embed "example-city/areas.csv"
};
static const unsigned char example_observations[] = {
#embed "example-city/observations.csv"
};
static const unsigned char example_targets[] = {
#embed "example-city/targets.csv"
};
static const unsigned char example_derived[] = {
#embed "example-city/derived.csv"
};
static const unsigned char example_links[] = {
#embed "example-city/links.csv"
};
static const unsigned char example_revisions[] = {
#embed "example-city/revisions.csv"
};
static const unsigned char example_briefs[] = {
#embed "example-city/briefs.csv"
};
static const unsigned char example_followups[] = {
#embed "example-city/followups.csv"
};
static const unsigned char example_notes[] = {
#embed "example-city/notes.csv"
};
static const unsigned char example_contacts[] = {
#embed "example-city/contacts.csv"
};
static const unsigned char example_sources[] = {
#embed "example-city/sources.csv"
};
static const unsigned char example_map[] = {
#embed "example-city/map.txt"
};

#define FILE_OF(name, array) { name, array, sizeof array }

static const struct bundled_file panjin_files[] = {
    FILE_OF("datapackage.json", panjin_package),
    FILE_OF("topics.csv", panjin_topics),
    FILE_OF("indicators.csv", panjin_indicators),
    FILE_OF("areas.csv", panjin_areas),
    FILE_OF("observations.csv", panjin_observations),
    FILE_OF("targets.csv", panjin_targets),
    FILE_OF("derived.csv", panjin_derived),
    FILE_OF("links.csv", panjin_links),
    FILE_OF("revisions.csv", panjin_revisions),
    FILE_OF("briefs.csv", panjin_briefs),
    FILE_OF("followups.csv", panjin_followups),
    FILE_OF("notes.csv", panjin_notes),
    FILE_OF("contacts.csv", panjin_contacts),
    FILE_OF("sources.csv", panjin_sources),
    FILE_OF("map.txt", panjin_map),
};

static const struct bundled_file example_files[] = {
    FILE_OF("datapackage.json", example_package),
    FILE_OF("topics.csv", example_topics),
    FILE_OF("indicators.csv", example_indicators),
    FILE_OF("areas.csv", example_areas),
    FILE_OF("observations.csv", example_observations),
    FILE_OF("targets.csv", example_targets),
    FILE_OF("derived.csv", example_derived),
    FILE_OF("links.csv", example_links),
    FILE_OF("revisions.csv", example_revisions),
    FILE_OF("briefs.csv", example_briefs),
    FILE_OF("followups.csv", example_followups),
    FILE_OF("notes.csv", example_notes),
    FILE_OF("contacts.csv", example_contacts),
    FILE_OF("sources.csv", example_sources),
    FILE_OF("map.txt", example_map),
};

static const struct bundled_package packages[] = {
    { "panjin", panjin_files, sizeof panjin_files / sizeof panjin_files[0] },
    { "example", example_files, sizeof example_files / sizeof example_files[0] },
};

const struct bundled_package *bundled_packages(size_t *count)
{
    *count = sizeof packages / sizeof packages[0];
    return packages;
}
