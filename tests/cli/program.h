// Runs the built program as a person would, in a folder of its own.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace hengping::cli_tests {

struct Result {
  int code = -1;
  std::string out, err;
};

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "hengping-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) {
      const std::string name = entry.path().filename().string();
      if (!name.starts_with(".run-")) out.push_back(name);
    }
    std::sort(out.begin(), out.end());
    return out;
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream file(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }

  /// Runs `hengping` with these words, in this folder. `around` is shell text put before it ("ulimit …;").
  [[nodiscard]] Result run(const std::vector<std::string>& words, const std::string& input = {},
                           const std::string& around = {}) const {
    write(".run-in", input);
    std::string command = "cd " + quoted(path_.string()) + " && { " + around + " " + quoted(HENGPING_PROGRAM);
    for (const std::string& word : words) command += " " + quoted(word);
    command += "; } <.run-in >.run-out 2>.run-err";
    const int status = std::system(command.c_str());
    Result result;
    result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    result.out = read(".run-out");
    result.err = read(".run-err");
    return result;
  }

 private:
  static std::string quoted(const std::string& word) {
    std::string out = "'";
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
  }

  std::filesystem::path path_;
};

}  // namespace hengping::cli_tests
