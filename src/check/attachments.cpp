// SPDX-License-Identifier: Apache-2.0
#include "check/attachments.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

// The ending a system goes by: "order.pdf.exe . " is an exe. What turns the reading direction is
// taken out first, for it hides the ending.
std::string ending_of(std::string_view name) {
    std::string plain = to_lower_ascii(name);
    for (const std::string_view hidden :
         {"\u200B", "\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066",
          "\u2067", "\u2068", "\u2069"})
        plain = replace_all(std::move(plain), hidden, "");
    while (!plain.empty() && (plain.back() == ' ' || plain.back() == '.'))
        plain.pop_back();
    const auto dot = plain.rfind('.');
    return dot == std::string::npos ? std::string{} : plain.substr(dot + 1);
}

bool turns_direction(std::string_view name) {
    return name.find("\u202E") != std::string_view::npos ||
           name.find("\u202D") != std::string_view::npos ||
           name.find("\u2067") != std::string_view::npos;
}

std::string_view kind_by_ending(std::string_view ending) {
    constexpr auto programs = std::to_array<std::string_view>(
        {"ade", "app", "bat", "chm", "cmd", "com",  "cpl",    "dll", "dmg",     "exe", "hta",
         "inf", "jar", "js",  "jse", "lnk", "mjs",  "msc",    "msi", "msp",     "pif", "ps1",
         "py",  "reg", "rgs", "scr", "sct", "sh",   "shb",    "url", "vb",      "vbe", "vbs",
         "wsc", "wsf", "wsh", "xll", "apk", "appx", "gadget", "ws",  "command", "one"});
    constexpr auto pages = std::to_array<std::string_view>(
        {"htm", "html", "mht", "mhtml", "shtml", "svg", "svgz", "xht", "xhtml"});
    constexpr auto macros =
        std::to_array<std::string_view>({"docm", "dotm", "potm", "ppam", "ppsm", "pptm", "sldm",
                                         "xla", "xlam", "xlsb", "xlsm", "xltm"});
    constexpr auto images = std::to_array<std::string_view>({"img", "iso", "vhd", "vhdx", "udf"});
    constexpr auto archives = std::to_array<std::string_view>(
        {"7z", "ace", "arj", "cab", "lha", "lzh", "rar", "r00", "xz", "zipx"});
    if (one_of(programs, ending)) return "a program or script";
    if (one_of(pages, ending)) return "a page that may run scripts";
    if (one_of(macros, ending)) return "a document with macros";
    if (one_of(images, ending)) return "a disk image";
    if (one_of(archives, ending)) return "an archive that cannot be looked into";
    return {};
}

std::string_view kind_by_type(std::string_view type) {
    if (type.find("macroenabled") != std::string_view::npos) return "a document with macros";
    constexpr auto programs = std::to_array<std::string_view>(
        {"application/javascript", "application/x-javascript", "application/x-msdownload",
         "application/x-msdos-program", "application/x-sh", "application/hta",
         "application/vnd.microsoft.portable-executable", "application/x-ms-shortcut",
         "text/javascript", "text/vbscript", "application/java-archive", "application/x-bat"});
    if (one_of(programs, type)) return "a program or script";
    if (type == "image/svg+xml") return "a page that may run scripts";
    if (type == "application/x-iso9660-image") return "a disk image";
    return {};
}

} // namespace

std::string danger_of(const PartInfo& part) {
    if (part.name.empty() && !part.attachment) return {}; // the mail's own text
    if (part.read_as == "body" || part.read_as == "subject" || part.read_as == "alternative")
        return {};
    const std::string ending = ending_of(part.name);
    const std::string type = to_lower_ascii(part.content_type);
    if (turns_direction(part.name)) return "a name that shows another ending than it has";
    std::string_view kind = kind_by_ending(ending);
    if (kind.empty()) kind = kind_by_type(type);
    const bool zipped = ending == "zip" || type == "application/zip";
    if (kind.empty() && zipped && part.read_as.empty())
        kind = "an archive that was not looked into";
    if (kind.empty() && part.attachment && (type == "text/html" || type == "application/xhtml+xml"))
        kind = "a page that may run scripts";
    if (kind.empty()) return {};
    return ending.empty() ? cat(kind, " (", type, ")") : cat(kind, " (.", ending, ")");
}

std::string locked_content(const Problem& problem) {
    if (problem.code == "mime.pdf_encrypted" || problem.code == "pdf.encrypted")
        return "an encrypted PDF";
    if (problem.code == "mime.pgp" || problem.code == "mime.smime") return "encrypted content";
    const bool archive = problem.code.find("zip") != std::string::npos ||
                         problem.code.find("archive") != std::string::npos ||
                         problem.code.starts_with("xlsx.") || problem.code.starts_with("table.");
    if (archive && problem.text.find("encrypted") != std::string::npos)
        return "an encrypted archive";
    return {};
}

} // namespace besteld
