// SPDX-License-Identifier: Apache-2.0
#include "registry/store/Search.h"

#include <optional>

namespace berth::search {

namespace {

/// Hits that a page skips, and those that it takes.
struct Window {
    std::int64_t skip = 0;
    std::int64_t take = 0;
};

struct Place {
    std::int64_t id = 0;
    std::string image;
    std::int64_t tags = 0;
};

class Search {
public:
    Search(Sql &sql, const std::string &text, Page page, std::chrono::milliseconds longest)
        : m_sql(sql)
        , m_text(text)
        , m_images{page.offset, page.limit}
        , m_tags{page.offset, page.limit}
        , m_end(std::chrono::steady_clock::now() + longest)
    {
    }

    /// False once there is nothing more to look for.
    bool lookThrough(std::int64_t registry, const std::string &registryName)
    {
        constexpr std::int64_t step = 500;
        std::string last;
        while (true) {
            const auto places = placesIn(registry, last, step);
            for (const auto &place : places) {
                if (!lookAt(place, registryName))
                    return false;
            }
            if (std::int64_t(places.size()) < step)
                return true;
            last = places.back().image;
        }
    }

    FoundNames take() { return std::move(m_found); }

private:
    std::vector<Place> placesIn(std::int64_t registry, const std::string &last, std::int64_t limit)
    {
        std::vector<Place> places;
        auto rows = m_sql.select("SELECT id, name, tag_count FROM repository WHERE registry_id = ? AND name > ? ORDER BY name LIMIT ?", registry, last, limit);
        while (rows.next())
            places.push_back({rows.integer(0), rows.text(1), rows.integer(2)});
        return places;
    }

    bool lookAt(const Place &place, const std::string &registryName)
    {
        if (m_images.take == 0 && m_tags.take == 0)
            return false;
        if (std::chrono::steady_clock::now() > m_end) {
            m_found.isWhole = false;
            return false;
        }
        const auto whole = registryName + "/" + place.image;
        ++m_found.lookedAt;
        if (m_images.take > 0 && whole.find(m_text) != std::string::npos && m_images.skip-- <= 0) {
            --m_images.take;
            const auto name = RepositoryName::of(registryName, place.image);
            if (auto row = name ? images::find(m_sql, *name) : std::nullopt)
                m_found.images.push_back(std::move(*row));
        }
        if (m_tags.take > 0 && place.tags > 0)
            addTags(place, whole);
        return true;
    }

    void addTags(const Place &place, const std::string &whole)
    {
        m_found.lookedAt += place.tags;
        auto rows = m_sql.select("SELECT t.id, t.manifest_id, t.name, m.digest, t.pushed_at, t.pulled_at FROM tag t JOIN manifest m ON m.id = t.manifest_id "
                                 "WHERE t.repository_id = ? AND instr(t.name, ?) > 0 ORDER BY t.name LIMIT ?",
            place.id, m_text, m_tags.skip + m_tags.take);
        while (rows.next()) {
            if (m_tags.skip > 0) {
                --m_tags.skip;
                continue;
            }
            m_found.tags.push_back({rows.integer(0), place.id, rows.integer(1), rows.text(2), rows.text(3), whole, rows.integer(4), rows.integer(5)});
            --m_tags.take;
        }
    }

    Sql &m_sql;
    const std::string &m_text;
    Window m_images;
    Window m_tags;
    std::chrono::steady_clock::time_point m_end;
    FoundNames m_found;
};

} // namespace

FoundNames byPartOfName(
    Sql &sql, const std::string &text, Page page, const std::function<bool(const std::string &)> &mayShow, std::chrono::milliseconds longest)
{
    std::vector<std::pair<std::int64_t, std::string>> registries;
    {
        auto rows = sql.select("SELECT id, name FROM registry ORDER BY name");
        while (rows.next()) {
            if (mayShow(rows.text(1)))
                registries.emplace_back(rows.integer(0), rows.text(1));
        }
    }
    Search search(sql, text, page, longest);
    for (const auto &[id, name] : registries) {
        if (!search.lookThrough(id, name))
            break;
    }
    return search.take();
}

} // namespace berth::search
