// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

std::string current; ///< The input at work, to be saved when it ends the program.

void saveAndDie(int signal)
{
    std::signal(signal, SIG_DFL);
    if (FILE *file = std::fopen("crash-input", "wb")) {
        std::fwrite(current.data(), 1, current.size(), file);
        std::fclose(file);
        std::fputs("The input was saved as crash-input\n", stderr);
    }
    std::raise(signal);
}

void run(std::string input)
{
    current = std::move(input);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(current.data()), current.size());
}

std::vector<std::string> readCorpus(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> paths(std::filesystem::directory_iterator(folder), {});
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> inputs;
    for (const auto &path : paths) {
        std::ifstream file(path, std::ios::binary);
        inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return inputs;
}

/// The same mutations in every run: how far they get depends on the time alone.
class Mutator {
public:
    explicit Mutator(const std::vector<std::string> &corpus)
        : m_corpus(corpus)
    {
    }

    std::string next()
    {
        std::string input = m_corpus[below(m_corpus.size())];
        for (std::size_t i = below(6) + 1; i > 0; --i)
            mutate(input);
        return input;
    }

private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_random() % limit; }

    void mutate(std::string &input)
    {
        using namespace std::string_view_literals;
        static constexpr std::string_view pieces[] = {"\0"sv, "\xff\xff\xff\xff", "-1", "9223372036854775807", "/", "../", ":", "@", "\"", "{", "[", "}", "]",
            ",", "null", "\\u0000", "\xe2\x80\xae", "sha256:", "sha512:", "99999999999", "\x1f\x8b", "\x28\xb5\x2f\xfd"};
        const auto at = below(input.size() + 1);
        switch (below(7)) {
        case 0:
            if (at < input.size())
                input[at] = char(input[at] ^ (1 << below(8)));
            return;
        case 1:
            if (at < input.size())
                input[at] = char(below(256));
            return;
        case 2: input.insert(at, pieces[below(std::size(pieces))]); return;
        case 3: {
            const auto piece = pieces[below(std::size(pieces))];
            input.replace(at, std::min(piece.size(), input.size() - at), piece);
            return;
        }
        case 4: input.erase(at, below(below(2) == 0 ? 8 : 1024)); return;
        case 5: input.insert(below(input.size() + 1), input.substr(at, below(below(2) == 0 ? 16 : 1024))); return;
        default: {
            const auto &other = m_corpus[below(m_corpus.size())];
            input = input.substr(0, at) + other.substr(below(other.size() + 1));
        }
        }
    }

    const std::vector<std::string> &m_corpus;
    std::mt19937 m_random{20240229};
};

} // namespace

/// Stands in for libFuzzer: FUZZER [--seconds N] CORPUS_FOLDER replays the corpus, then mutates it for that long. FUZZER FILE replays one input.
int main(int argc, char **argv)
{
    std::vector<std::string> arguments(argv + 1, argv + argc);
    int seconds = 5;
    if (arguments.size() == 3 && arguments[0] == "--seconds") {
        seconds = std::atoi(arguments[1].c_str());
        arguments.erase(arguments.begin(), arguments.begin() + 2);
    }
    if (arguments.size() != 1) {
        std::fputs("Usage: FUZZER [--seconds N] CORPUS_FOLDER | FUZZER FILE\n", stderr);
        return 2;
    }
    for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGBUS})
        std::signal(signal, saveAndDie);
    const std::filesystem::path path = arguments[0];
    if (!std::filesystem::is_directory(path)) {
        std::ifstream file(path, std::ios::binary);
        run({std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
        return 0;
    }
    const auto corpus = readCorpus(path);
    if (corpus.empty()) {
        std::fputs("The corpus is empty\n", stderr);
        return 1;
    }
    for (const auto &input : corpus)
        run(input);
    Mutator mutator(corpus);
    std::size_t runs = 0;
    for (const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds); std::chrono::steady_clock::now() < end; ++runs)
        run(mutator.next());
    std::printf("%zu inputs of the corpus, %zu mutations\n", corpus.size(), runs);
    return 0;
}
