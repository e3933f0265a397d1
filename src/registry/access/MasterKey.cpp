// SPDX-License-Identifier: Apache-2.0
#include "registry/access/MasterKey.h"

#include <memory>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <QtGlobal>

#include "core/Hasher.h"
#include "registry/access/SecretHash.h"
#include "registry/store/SystemFile.h"

namespace berth {

namespace {

constexpr int keyCharacters = 43; ///< Letters and digits: 256 bits.
constexpr std::size_t nonceBytes = 12;
constexpr std::size_t tagBytes = 16;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char *bytesOf(const std::string &text) { return reinterpret_cast<const unsigned char *>(text.data()); }
unsigned char *bytesOf(std::string &text) { return reinterpret_cast<unsigned char *>(text.data()); }

/// 32 bytes for the cipher, whatever the master key looks like.
std::string cipherKey(const Secret &masterKey) { return hmacSha256(masterKey.reveal(), "berth sealed secrets 1"); }

Result<std::string> seal(const std::string &name, const std::string &text, const Secret &masterKey)
{
    std::string sealed(nonceBytes + text.size() + tagBytes, '\0');
    const std::string key = cipherKey(masterKey);
    int length = 0;
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const bool good = RAND_bytes(bytesOf(sealed), int(nonceBytes)) == 1
        && EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytesOf(key), bytesOf(sealed)) == 1
        && EVP_EncryptUpdate(cipher.get(), nullptr, &length, bytesOf(name), int(name.size())) == 1
        && EVP_EncryptUpdate(cipher.get(), bytesOf(sealed) + nonceBytes, &length, bytesOf(text), int(text.size())) == 1
        && EVP_EncryptFinal_ex(cipher.get(), bytesOf(sealed) + nonceBytes + text.size(), &length) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, int(tagBytes), bytesOf(sealed) + nonceBytes + text.size()) == 1;
    if (!good)
        return fail(ErrorCode::Internal, "A secret of the server could not be sealed");
    return sealed;
}

std::optional<std::string> unseal(const std::string &name, const std::string &sealed, const Secret &masterKey)
{
    if (sealed.size() < nonceBytes + tagBytes)
        return std::nullopt;
    std::string text(sealed.size() - nonceBytes - tagBytes, '\0');
    std::string tag = sealed.substr(nonceBytes + text.size());
    const std::string key = cipherKey(masterKey);
    int length = 0;
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const bool good = EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytesOf(key), bytesOf(sealed)) == 1
        && EVP_DecryptUpdate(cipher.get(), nullptr, &length, bytesOf(name), int(name.size())) == 1
        && EVP_DecryptUpdate(cipher.get(), bytesOf(text), &length, bytesOf(sealed) + nonceBytes, int(text.size())) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, int(tagBytes), bytesOf(tag)) == 1
        && EVP_DecryptFinal_ex(cipher.get(), bytesOf(text) + text.size(), &length) == 1;
    return good ? std::optional(text) : std::nullopt;
}

Result<Secret> readKeyFile(const std::filesystem::path &path)
{
    const auto file = SystemFile::openForReading(path);
    if (!file)
        return tl::unexpected(file.error());
    std::string text(128, '\0');
    const auto count = file->read(0, std::as_writable_bytes(std::span(text.data(), text.size())));
    if (!count)
        return tl::unexpected(count.error());
    text.resize(std::min(*count, text.find_first_of("\r\n")));
    if (text.size() < std::size_t(keyCharacters))
        return fail(ErrorCode::Damaged, QT_TRANSLATE_NOOP("Error", "The master key in %1 is cut short; put it back from a copy"), {path.string()});
    return Secret(std::move(text));
}

} // namespace

std::filesystem::path masterKeyFile(const std::filesystem::path &folder) { return folder / "master.key"; }

Result<Secret> settleMasterKey(const std::filesystem::path &folder, const std::optional<Secret> &given, bool holdsSecrets)
{
    const auto path = masterKeyFile(folder);
    std::error_code ec;
    if (std::filesystem::exists(path, ec))
        return readKeyFile(path);
    if (given && !given->isEmpty())
        return *given;
    if (holdsSecrets)
        return fail(ErrorCode::Unauthorized,
            QT_TRANSLATE_NOOP("Error", "The master key of %1 is missing: it lies in the keyring of whoever started it first, or in %2"),
            {folder.string(), path.string()});
    Secret made(randomText(keyCharacters));
    const auto temporary = folder / "master.key.partial";
    auto file = SystemFile::openForWriting(temporary);
    if (!file)
        return tl::unexpected(file.error());
    if (auto cut = file->truncate(0); !cut)
        return tl::unexpected(cut.error());
    if (auto written = file->write(0, std::as_bytes(std::span(made.reveal().data(), made.reveal().size()))); !written)
        return tl::unexpected(written.error());
    if (auto synced = file->sync(); !synced)
        return tl::unexpected(synced.error());
    if (auto renamed = renameFile(temporary, path); !renamed)
        return tl::unexpected(renamed.error());
    if (auto synced = syncFolder(folder); !synced)
        return tl::unexpected(synced.error());
    return made;
}

namespace sealed {

bool isAny(Sql &sql) { return sql.integer("SELECT count(*) FROM server_secret", 0) > 0; }

Result<std::optional<Secret>> find(Sql &sql, const std::string &name, const Secret &masterKey)
{
    auto rows = sql.select("SELECT sealed FROM server_secret WHERE name = ?", name);
    if (!rows.next())
        return std::nullopt;
    auto text = unseal(name, rows.bytes(0), masterKey);
    if (!text)
        return fail(ErrorCode::Unauthorized, QT_TRANSLATE_NOOP("Error", "The secrets of this registry were sealed under another master key"));
    return Secret(std::move(*text));
}

Result<void> put(Sql &sql, const std::string &name, const Secret &secret, const Secret &masterKey)
{
    const auto bytes = seal(name, secret.reveal(), masterKey);
    if (!bytes)
        return tl::unexpected(bytes.error());
    sql.run("INSERT INTO server_secret (name, sealed) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed", name, SqlBlob{*bytes});
    return {};
}

} // namespace sealed

} // namespace berth
