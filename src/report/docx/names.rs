//! Names of files for regions, whose own names come from strangers.
