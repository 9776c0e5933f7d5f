//! Words as they stand on one line of a plan file.

/// Words on one line: one blank for every run of white space, none where a line was only broken between Chinese characters.
pub(super) fn flat(words: &str) -> String {
    let mut flat = String::with_capacity(words.len());
    for line in words.lines() {
        let line: Vec<&str> = line.split_whitespace().collect();
        let line = line.join(" ");
        let open = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if open(flat.chars().next_back()) && open(line.chars().next()) {
            flat.push(' ');
        }
        flat.push_str(&line);
    }
    flat
}
