using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Utcp.Packaging.Tests.Support;

namespace Utcp.Packaging.Tests.Packages;

/// <summary>The files that MSBuild and editors import: an option of <c>UtcpManual</c> is known to all of them or to none.</summary>
public sealed partial class BuildFilesTests(PackagingRun run)
{
    [Fact]
    public async Task Targets_compiler_and_editors_know_the_same_options()
    {
        var files = (await run.OpenAsync("Utcp.Generators")).Files;
        var props = Read("Utcp.Generators.props").Descendants("CompilerVisibleItemMetadata").Select(item => item.Attribute("MetadataName")!.Value).Where(name => name != "UtcpKind");
        var targets = Read("Utcp.Generators.targets").Descendants("AdditionalFiles").Attributes().Where(attribute => attribute.Name.LocalName.StartsWith("Utcp", StringComparison.Ordinal) && attribute.Name != "UtcpKind")
            .ToDictionary(attribute => attribute.Name.LocalName, attribute => Metadata().Match(attribute.Value).Groups["name"].Value);
        var editor = Read("UtcpManual.xaml").Descendants().Where(element => element.Name.LocalName == "StringProperty").Select(element => element.Attribute("Name")!.Value).ToList();

        Assert.Equal(["Namespace", "ClientName", "IncludeTools", "ExcludeTools"], editor);
        Assert.Equal(editor, targets.Values);
        Assert.Equal(editor.Select(name => "Utcp" + name), targets.Keys);
        Assert.Equal(targets.Keys, props);

        XDocument Read(string name) => XDocument.Parse(Encoding.UTF8.GetString(files["buildTransitive/" + name]));
    }

    [GeneratedRegex(@"%\((?<name>\w+)\)")]
    private static partial Regex Metadata();
}
