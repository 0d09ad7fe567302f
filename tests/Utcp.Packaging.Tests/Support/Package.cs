using System.IO.Compression;
using System.Xml.Linq;

namespace Utcp.Packaging.Tests.Support;

/// <summary>An opened package.</summary>
/// <param name="Nuspec">The metadata element of its description.</param>
/// <param name="Files">Its files by path, without what only the format needs.</param>
internal sealed record Package(XElement Nuspec, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>The namespace-free value of an element of the description, or null.</summary>
    public string? this[string name] => Element(name)?.Value;

    /// <summary>What it depends on, as <c>framework: id version</c>.</summary>
    public IReadOnlyList<string> Dependencies =>
        [.. Nuspec.Descendants().Where(one => one.Name.LocalName == "dependency").Select(one => $"{one.Parent!.Attribute("targetFramework")?.Value}: {one.Attribute("id")!.Value} {one.Attribute("version")!.Value}").Order(StringComparer.Ordinal)];

    /// <summary>Reads a package.</summary>
    public static Package Open(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        var files = archive.Entries.Where(entry => !IsOfFormat(entry.FullName)).ToDictionary(entry => entry.FullName, Read);
        var nuspec = files.Single(file => file.Key.EndsWith(".nuspec", StringComparison.Ordinal));
        files.Remove(nuspec.Key);
        using var stream = new MemoryStream(nuspec.Value);
        return new Package(XDocument.Load(stream).Root!.Elements().Single(), files);
    }

    /// <summary>An element of the description, or null.</summary>
    public XElement? Element(string name) => Nuspec.Elements().SingleOrDefault(one => one.Name.LocalName == name);

    private static bool IsOfFormat(string path) => path == "[Content_Types].xml" || path.StartsWith("_rels/", StringComparison.Ordinal) || path.StartsWith("package/", StringComparison.Ordinal);

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
