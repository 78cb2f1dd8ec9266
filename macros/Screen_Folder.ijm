// Screens a folder with everything in and below it: images, every page of TIFFs, the images in
// PDFs. Leaves a report to open in a browser (report.html), tables and the files of each image.
//
// In ImageJ or Fiji: Plugins > Macros > Run... and this file; it asks for the two folders.
// Headless: give the two folders as the macro's argument, with a | between.

folders = split(getArgument(), "|");
if (folders.length == 2) {
	input = folders[0];
	output = folders[1];
} else {
	input = getDirectory("What is to be screened");
	output = getDirectory("Folder for the results");
}

// Run again with the same folders, it goes on where it was stopped and does again what changed.
// The options are those of the dialog, each with the same default every time: input may be a PDF,
// an image or a list of files, too; include and exclude take patterns, several with semicolons;
// rasterize_pages=150 also looks at PDF pages without an image as they are printed; mode, model,
// threshold, min_area, profile and device mean what they mean for a single image.
run("SparseViT Screen Folder", "input=[" + input + "] output=[" + output + "] exclude=*_mask.png");

// The table has a line for each picture, the highest probability first; here are the first ten.
lines = split(File.openAsString(output + File.separator + "summary.csv"), "\n");
for (i = 0; i < minOf(lines.length, 11); i++) print(lines[i]);
