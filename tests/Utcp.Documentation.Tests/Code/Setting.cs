using System.Text.RegularExpressions;

namespace Utcp.Documentation.Tests.Code;

/// <summary>
/// What the C# of a page is compiled with: a file in the folder <c>Settings</c>. It has a class <c>Given</c> whose members the code may use, and says in its first lines which manuals
/// the project has: <c>// manual: samples/QuickStart/weather.json UtcpNamespace=Acme.Weather</c>.
/// </summary>
internal sealed partial class Setting
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "Utcp.Documentation.Tests", "Settings");

    private static readonly string s_common = File.ReadAllText(Path.Combine(s_folder, "common.cs"));

    private Setting(string text) => Text = text;

    /// <summary>The C#.</summary>
    public string Text { get; }

    public static Setting Read(string name) => new(File.ReadAllText(Path.Combine(s_folder, name + ".cs")));

    /// <summary>A project with the manuals of this setting.</summary>
    public GeneratorTest Project()
    {
        var project = new GeneratorTest { Sources = { s_common, Text } };
        foreach (Match manual in Manual().Matches(Text))
        {
            var path = manual.Groups["path"].Value;
            project.Files.Add((path, File.ReadAllText(Path.Combine(Repository.Root, path))));
            project.Metadata[path] = manual.Groups["name"].Captures.Zip(manual.Groups["value"].Captures).ToDictionary(pair => pair.First.Value, pair => pair.Second.Value);
        }

        return project;
    }

    [GeneratedRegex(@"^// manual: (?<path>\S+)(?: (?<name>\w+)=(?<value>\S+))*\r?$", RegexOptions.Multiline)]
    private static partial Regex Manual();
}
