// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/Result.h"
#include "core/Secret.h"

namespace berth {

enum class AnonymousMode { Off, Pull, Push };

/// How a local registry is to run.
struct LocalRegistryOptions {
    std::filesystem::path folder;       ///< Data folder; created if absent.
    std::string address = "127.0.0.1";  ///< A loopback address.
    std::uint16_t port = 5000;          ///< 0 picks a free one.
    std::vector<std::string> hostNames; ///< Further names that requests may address it by.
    std::string publicUrl; ///< "https://registry.example": what clients are told instead of the name they used; empty: the stored setting counts.
    std::vector<std::string> trustedProxies; ///< Addresses and networks whose Forwarded and X-Forwarded-* headers count.
    std::optional<AnonymousMode> anonymous; ///< For this run; without it the stored setting counts.
    std::optional<bool> webhooksToAnyPort; ///< Or to 80, 88, 443 and 8443 alone (R-051), for this run; else the setting counts.
    std::optional<bool> createsRegistries; ///< An administrator's first push into an unknown registry creates it; likewise.
    /// Seals the server's own secrets, unless the folder has a file of its own for that. Without either, a new folder gets the file.
    std::optional<Secret> masterKey;
    /// Becomes the administrator's key. Without one, a key is made for a new data folder.
    std::optional<AccessKeyPair> administrator;
    /// The given key replaces the administrator's in an existing data folder; otherwise it counts for a new one only.
    bool replaceAdministrator = false;
    /// The given key is an administrator's for this run only: it is stored nowhere, and the folder's own keys stay as they are.
    bool administratorIsTemporary = false;
};

/// The bundled registry: a complete server in threads of its own.
///
/// Exists while it runs. Speaks the OCI distribution protocol under /v2, NCR's public API under /ncr/v2.0/appkeys/local and its own
/// under /berth/v1. Not a QObject; its methods may be called from any thread, and start() and stop() block on the disk.
class LocalRegistry {
public:
    /// Opens the data folder and listens. Each failure is one sentence: Conflict for a port in use, FolderInUse,
    /// Unsupported for a folder of a newer program, Damaged, NoSpace.
    static Result<std::unique_ptr<LocalRegistry>> start(LocalRegistryOptions options);

    /// Lets requests in flight end (10 s at most), writes everything, closes the folder.
    ~LocalRegistry();

    /// "127.0.0.1:5000".
    std::string address() const;
    std::uint16_t port() const;

    /// The administrator's key that this start made because the folder was new and none was given. Its secret is not kept anywhere
    /// else: show it once.
    const std::optional<AccessKeyPair> &madeKey() const;

    /// Something a person should know about the start; nothing if all was well.
    const std::optional<Error> &notice() const;

    /// True if that folder holds a registry's data already.
    static bool folderHasData(const std::filesystem::path &folder);

    /// True if that folder has its master key in a file of its own, which is then used whatever else is given.
    static bool hasMasterKeyFile(const std::filesystem::path &folder);

    /// True while another program has the folder open.
    static bool isServed(const std::filesystem::path &folder);

    /// The address of the program that has the folder open, for a start that failed with FolderInUse; empty if unknown.
    static std::string addressOfFolder(const std::filesystem::path &folder);

    /// What registries of this process log goes there as well, a whole line each, from any thread; null: to standard error alone.
    static void logAlsoTo(std::function<void(std::string_view line)> sink);

private:
    struct Parts;
    explicit LocalRegistry(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace berth
