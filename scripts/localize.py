# Shows where the active image was manipulated and prints its regions for review.
#
# In Fiji: File > New > Script..., language Python (Jython), and Run. Options that are left out
# have their defaults; the command never asks and shows nothing: it returns its results.

#@ ImagePlus image
#@ CommandService commands
#@output String summary

found = commands.run("sc.fiji.sparsevit.plugin.LocalizeCommand", False,
                     {"image": image, "threshold": 0.3, "min_area": 64}).get()

summary = found.getOutput("summary")      # a sentence
map = found.getOutput("probability")      # ImagePlus, 32-bit, 0 to 1
regions = found.getOutput("regions")      # ResultsTable

print(map.getTitle() + ": " + str(map.getStatistics().max))
for row in range(regions.size()):
    print(regions.getStringValue("Region", row) + ": " + str(regions.getValue("Area", row)) + " pixels")
