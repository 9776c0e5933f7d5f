//! Packages of office files: zip archives and their XML parts, bounded in every direction; read, and written back part by part.
