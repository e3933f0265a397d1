// SPDX-License-Identifier: Apache-2.0
#include "core/Json.h"

#include <set>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <QtGlobal>

namespace berth::json {

namespace {

/// Listens to a parse and objects to a key that an object already has.
struct DuplicateKeyCheck {
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = 1 << 20;
    static constexpr std::size_t max_string_size = std::size_t(-1);

    std::vector<std::set<std::string, std::less<>>> keys;
    std::string partial;
    std::string duplicate;

    using error_code = boost::system::error_code;
    using view = boost::json::string_view;

    bool on_document_begin(error_code &) { return true; }
    bool on_document_end(error_code &) { return true; }
    bool on_object_begin(error_code &)
    {
        keys.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, error_code &)
    {
        keys.pop_back();
        return true;
    }
    bool on_array_begin(error_code &) { return true; }
    bool on_array_end(std::size_t, error_code &) { return true; }
    bool on_key_part(view part, std::size_t, error_code &)
    {
        partial.append(part.data(), part.size());
        return true;
    }
    bool on_key(view part, std::size_t, error_code &ec)
    {
        partial.append(part.data(), part.size());
        if (!keys.back().insert(partial).second) {
            duplicate = partial;
            ec = boost::system::errc::make_error_code(boost::system::errc::invalid_argument);
            return false;
        }
        partial.clear();
        return true;
    }
    bool on_string_part(view, std::size_t, error_code &) { return true; }
    bool on_string(view, std::size_t, error_code &) { return true; }
    bool on_number_part(view, error_code &) { return true; }
    bool on_int64(std::int64_t, view, error_code &) { return true; }
    bool on_uint64(std::uint64_t, view, error_code &) { return true; }
    bool on_double(double, view, error_code &) { return true; }
    bool on_bool(bool, error_code &) { return true; }
    bool on_null(error_code &) { return true; }
    bool on_comment_part(view, error_code &) { return true; }
    bool on_comment(view, error_code &) { return true; }
};

boost::json::parse_options strictOptions()
{
    boost::json::parse_options options;
    options.max_depth = 100;
    return options;
}

const array emptyArray;

} // namespace

Result<value> parseStrict(std::string_view text)
{
    boost::json::basic_parser<DuplicateKeyCheck> parser(strictOptions());
    boost::system::error_code ec;
    const auto read = parser.write_some(false, text.data(), text.size(), ec);
    if (!parser.handler().duplicate.empty())
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The JSON has the key \"%1\" twice"), {parser.handler().duplicate.substr(0, 100)});
    if (ec)
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The JSON is broken near byte %1: %2"), {std::to_string(read), ec.message()});
    auto parsed = boost::json::parse(text, ec, {}, strictOptions());
    if (ec)
        return fail(ErrorCode::BadRequest, QT_TRANSLATE_NOOP("Error", "The JSON is broken: %1"), {ec.message()});
    return parsed;
}

const value *find(const object &from, std::string_view key) { return from.if_contains(key); }

const value *find(const value &from, std::string_view key)
{
    const auto *members = from.if_object();
    return members ? members->if_contains(key) : nullptr;
}

std::string text(const value &from, std::string_view key, std::string_view fallback)
{
    const auto *members = from.if_object();
    return members ? text(*members, key, fallback) : std::string(fallback);
}

std::string text(const object &from, std::string_view key, std::string_view fallback)
{
    const auto *member = from.if_contains(key);
    const auto *string = member ? member->if_string() : nullptr;
    return string ? std::string(string->data(), string->size()) : std::string(fallback);
}

std::int64_t integer(const value &from, std::string_view key, std::int64_t fallback)
{
    const auto *member = find(from, key);
    return member && member->is_int64() ? member->get_int64() : fallback;
}

bool boolean(const value &from, std::string_view key, bool fallback)
{
    const auto *member = find(from, key);
    return member && member->is_bool() ? member->get_bool() : fallback;
}

const array &list(const value &from, std::string_view key)
{
    const auto *member = find(from, key);
    const auto *elements = member ? member->if_array() : nullptr;
    return elements ? *elements : emptyArray;
}

std::string serialize(const value &value) { return boost::json::serialize(value); }

} // namespace berth::json
