// Screens a folder and its subfolders: images, every page of TIFFs, and the images in documents.
// Writes a report to open in a browser (report.html), tables, and the files of each image.
//
// In ImageJ or Fiji: Plugins > Macros > Run... and this file; it asks for the two folders.
// Headless: give the two folders as the macro's argument, separated by |.

folders = split(getArgument(), "|");
if (folders.length == 2) {
	input = folders[0];
	output = folders[1];
} else {
	input = getDirectory("Folder to screen");
	output = getDirectory("Folder for the results");
}

// Rerun with the same folders to resume; only new and changed inputs are analyzed.
// The options are those of the dialog and always have the same defaults: input can also be a
// document, an image, or a list of files; include and exclude take patterns, separated by
// semicolons; rasterize_pages=150 also analyzes PDF pages without images, as printed at 150 dpi;
// mode, model, threshold, min_area, profile, and device are the same as for a single image.
run("SparseViT Screen Folder", "input=[" + input + "] output=[" + output + "] exclude=*_mask.png");

// The table has one line per image, highest probability first; print the first ten.
lines = split(File.openAsString(output + File.separator + "summary.csv"), "\n");
for (i = 0; i < minOf(lines.length, 11); i++) print(lines[i]);
