// Shows where the active image was manipulated and prints its regions for review.
//
// In Fiji: File > New > Script..., language Groovy, and Run. Options that are left out
// have their defaults; the command never asks and shows nothing: it returns its results.

#@ ImagePlus image
#@ CommandService commands
#@output String summary

found = commands.run("sc.fiji.sparsevit.plugin.LocalizeCommand", false,
    "image", image, "threshold", 0.3, "min_area", 64).get()

summary = found.getOutput("summary")      // a sentence
map = found.getOutput("probability")      // ImagePlus, 32-bit, 0 to 1
regions = found.getOutput("regions")      // ResultsTable

println(map.getTitle() + ": " + map.getStatistics().max)
for (row in 0..<regions.size()) {
  println(regions.getStringValue("Region", row) + ": " + regions.getValue("Area", row) + " pixels")
}
