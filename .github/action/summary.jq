# The summary of a job: errors and warnings as a table, after the last line of the run.
# HTML and not Markdown, so that nothing of a plan or a file's name is taken for markup.
def most: 100;
def words: {
    zh: {error: "须核改", warning: "请说明", head: ["级别", "位置", "问题", "规则"], more: "其余从略："},
    en: {error: "error", warning: "warning", head: ["level", "place", "finding", "rule"], more: "not listed: "}
}[$language];
def line: gsub("\\s+"; " ");
def place: "\(.file)\(if .line then ":\(.line)" else "" end) \(.locator // "")" | line;
def row: @html "<tr><td>\(words[.level])</td><td>\(.place | place)</td><td>\(.message | line)</td><td>\(.rule)</td></tr>";

[.findings[] | select(.level != "info" and (.known | not))] | sort_by(.level) as $listed
| if $listed == [] then empty else
    "",
    "<table>",
    "<tr>\(words.head | map("<th>\(.)</th>") | add)</tr>",
    ($listed[:most][] | row),
    "</table>",
    if ($listed | length) > most then "", words.more + ($listed | length - most | tostring) else empty end
  end
