//! What the READMEs say for editors, in Debian's Vim and Emacs and in the regular expressions that VS Code has.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::{Value, json};

use crate::{
    house::text,
    program::{planlint, text as said},
    support::plans_folder,
};

const READMES: [(&str, &str); 2] = [("README.md", "en"), ("README.zh-CN.md", "zh")];

/// A plan in whose lines every unit of columns counts differently, behind a tab and with line ends of Windows.
const ODD: &str = "规划 《德清县规划》\r\n地区: 德清县\r\n规划期: 2021-2025\r\n\r\n指标表\r\n\
    | 备注 | 指标 | 2020年 | 2025年 | 属性 |\r\n| --- | --- | --- | --- | --- |\r\n\
    | 𠮷🙂ＡＢ\t甲 | 城镇住房保障受益覆盖率（%） | 23 | 24 | 约束性 |\r\n";

/// The real plans of one topic and a plan of the same county in a folder with a name of its own.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(plans_folder().join("zhejiang")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    fs::create_dir(folder.path().join("草 案")).unwrap();
    fs::write(folder.path().join("草 案/甲 𠮷.plan"), ODD).unwrap();
    folder
}

/// What stands between the fences of a language in a README.
fn snippet(readme: &str, language: &str) -> String {
    let open = format!("```{language}\n");
    let readme = text(readme);
    let (_, rest) = readme.split_once(&open).unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

/// The editor, with planlint where it looks for programs and with the texts of today's systems.
fn editor(name: &str, folder: &Path) -> Command {
    let mut path: Vec<PathBuf> =
        vec![Path::new(env!("CARGO_BIN_EXE_planlint")).parent().unwrap().to_owned()];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap()));
    let mut command = Command::new(name);
    command.current_dir(folder).env("PATH", std::env::join_paths(path).unwrap());
    command.env("LC_ALL", "C.UTF-8").env("HOME", folder);
    command
}

/// A file, a line, a column and a level.
type Listed = (String, u64, u64, String);

/// Where the findings stand, as JSON has them; a column is what `column` makes of the line's text before it.
fn expected(folder: &Path, column: fn(&str) -> usize) -> Vec<Listed> {
    let mut findings = listed(folder, &["findings"], column);
    findings.sort();
    let levels = |level: &str| findings.iter().filter(|(.., found)| found == level).count();
    assert!(["error", "warning", "info"].iter().all(|level| levels(level) > 2), "{findings:?}");
    assert!(findings.iter().any(|(file, ..)| file == "草 案/甲 𠮷.plan"), "{findings:?}");
    findings
}

/// The places of lists of the JSON results; what is no finding has the level of an info.
fn listed(folder: &Path, lists: &[&str], column: fn(&str) -> usize) -> Vec<Listed> {
    let output = planlint(folder, &["check", "--format", "json", "--exit-zero"]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let listed = lists.iter().flat_map(|list| json[*list].as_array().unwrap()).map(|one| {
        let place = &one["place"];
        let (file, line) = (place["file"].as_str().unwrap(), place["line"].as_u64().unwrap());
        let text = fs::read_to_string(folder.join(file)).unwrap();
        let before: String = (text.lines().nth(line as usize - 1).unwrap().chars())
            .take(place["column"].as_u64().unwrap() as usize - 1)
            .collect();
        let level = one["level"].as_str().unwrap_or("info").to_owned();
        (file.to_owned(), line, column(&before) as u64 + 1, level)
    });
    listed.collect()
}

/// The same from a list of objects that an editor wrote.
fn told(list: &Value) -> Vec<Listed> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let number = |value: &Value| value.as_u64().unwrap();
    let told = list.as_array().unwrap().iter().map(|one| {
        (text(&one["file"]), number(&one["line"]), number(&one["column"]), text(&one["level"]))
    });
    let mut told: Vec<_> = told.collect();
    told.sort();
    told
}

fn written(folder: &Path) -> Value {
    let text = fs::read_to_string(folder.join("out.json")).unwrap();
    fs::remove_file(folder.join("out.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Lists what was found, as its user does with `:make`.
const VIM: &str = r#"
set encoding=utf-8
source editor.vim
execute 'silent make! -v' $MORE
let s:levels = {'e': 'error', 'w': 'warning', 'i': 'info', 'n': 'note'}
let s:valid = filter(getqflist(), 'v:val.valid')
let s:list = map(copy(s:valid), {_, one -> {'file': fnamemodify(bufname(one.bufnr), ':.'),
    \ 'line': one.lnum, 'column': one.col, 'level': s:levels[one.type]}})
call writefile([json_encode(s:list)], 'out.json')
qall!
"#;

#[test]
fn vim_lists_what_was_found_where_it_is() {
    let folder = folder();
    fs::write(folder.path().join("probe.vim"), VIM).unwrap();
    let expected = expected(folder.path(), str::len);
    for (readme, language) in READMES {
        fs::write(folder.path().join("editor.vim"), snippet(readme, "vim")).unwrap();
        let list = |more: &str| {
            let mut vim = editor("vim", folder.path());
            vim.args(["-N", "-u", "NONE", "-i", "NONE", "-es", "-S", "probe.vim"]);
            let done = vim.env("MORE", format!("--lang {language} {more}")).output().unwrap();
            assert!(folder.path().join("out.json").exists(), "{done:?}");
            told(&written(folder.path()))
        };
        assert_eq!(list(""), expected, "{readme}");
        let (notes, found): (Vec<_>, Vec<_>) =
            list("--related").into_iter().partition(|(.., level)| level == "note");
        assert_eq!(found, expected, "{readme}");
        assert!(notes.len() > 20, "{notes:?}");
    }
}

/// Goes to the place of every line that has one, as its user does with RET, and writes where it comes to.
const EMACS: &str = r#"
(load (expand-file-name "editor.el"))
(setq compilation-ask-about-save nil)
(let ((buffer (compile (concat "planlint check --format concise -v " (getenv "MORE"))))
      (root default-directory) (list nil))
  (while (process-live-p (get-buffer-process buffer)) (accept-process-output nil 0.1))
  (accept-process-output nil 0.1)
  (with-current-buffer buffer
    (compilation--ensure-parse (point-max))
    (goto-char (point-min))
    (while (not (eobp))
      (let ((told (get-text-property (point) 'compilation-message)))
        (when told
          (save-current-buffer (compile-goto-error))
          (with-current-buffer (window-buffer)
            (push (list :file (file-relative-name (buffer-file-name) root)
                        :line (line-number-at-pos)
                        :column (1+ (- (point) (line-beginning-position)))
                        :level (aref ["info" "warning" "error"] (compilation--message->type told)))
                  list))))
      (forward-line 1)))
  (let ((coding-system-for-write 'utf-8))
    (write-region (json-serialize (vconcat (nreverse list))) nil "out.json")))
"#;

#[test]
fn emacs_goes_to_what_was_found() {
    let folder = folder();
    fs::write(folder.path().join("probe.el"), EMACS).unwrap();
    let characters = |before: &str| before.chars().count();
    let mut expected = expected(folder.path(), characters);
    // Emacs makes an error of every other line that begins with a place, unless it is told what that is.
    let remarks = listed(folder.path(), &["undetermined", "unread"], characters);
    assert!(remarks.len() > 10, "{remarks:?}");
    expected.extend(remarks);
    expected.sort();
    for (readme, language) in READMES {
        fs::write(folder.path().join("editor.el"), snippet(readme, "elisp")).unwrap();
        let mut emacs = editor("emacs", folder.path());
        emacs.args(["-Q", "--batch", "-l", "probe.el"]);
        let done = emacs.env("MORE", format!("--lang {language}")).output().unwrap();
        assert!(folder.path().join("out.json").exists(), "{done:?}");
        assert_eq!(told(&written(folder.path())), expected, "{readme}");
    }
}

/// Matches each line as VS Code does: with the regular expressions of JavaScript.
const NODE: &str = r#"
const {pattern, lines} = JSON.parse(require("fs").readFileSync("in.json", "utf8"));
const list = lines.map(line => new RegExp(pattern.regexp).exec(line)).filter(found => found).map(found => ({
    file: found[pattern.file], line: +found[pattern.line], column: +found[pattern.column],
    level: found[pattern.severity], message: found[pattern.message],
}));
require("fs").writeFileSync("out.json", JSON.stringify(list));
"#;

#[test]
fn the_pattern_of_vs_code_matches_every_line_of_a_finding() {
    let folder = folder();
    let units = |before: &str| before.encode_utf16().count();
    let expected = expected(folder.path(), units);
    for (readme, language) in READMES {
        let task: Value = serde_json::from_str(&snippet(readme, "json")).unwrap();
        let task = &task["tasks"][0];
        let matcher = &task["problemMatcher"];
        assert_eq!(matcher["fileLocation"], json!(["relative", "${workspaceFolder}"]));
        let command = task["command"].as_str().unwrap().strip_prefix("planlint ").unwrap();
        let mut words: Vec<&str> = command.split(' ').collect();
        words.extend(["-v", "--related", "--lang", language]);
        let output = said(&planlint(folder.path(), &words).stdout);
        let lines: Vec<&str> = output.lines().collect();
        let given = json!({ "pattern": matcher["pattern"], "lines": lines }).to_string();
        fs::write(folder.path().join("in.json"), given).unwrap();
        let done = editor("node", folder.path()).args(["-e", NODE]).output().unwrap();
        assert!(done.status.success(), "{done:?}");
        let list = written(folder.path());
        assert_eq!(told(&list), expected, "{readme}");
        let messages = list.as_array().unwrap().iter().map(|one| one["message"].as_str().unwrap());
        assert!(messages.clone().all(|message| message.contains(' ')), "{list}");
    }
}

#[test]
fn both_readmes_say_the_same_to_editors() {
    for language in ["vim", "elisp", "json"] {
        let [english, chinese] = READMES.map(|(readme, _)| snippet(readme, language));
        assert_eq!(english, chinese);
    }
}
