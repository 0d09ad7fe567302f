namespace Utcp.Documentation.Tests.Pages;

/// <summary>A block of code on a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">The number of its first line on the page, from 1.</param>
/// <param name="Language">What is behind the fence, such as <c>csharp</c>.</param>
/// <param name="Text">The code.</param>
/// <param name="Setting">The name of the setting it stands in, or "".</param>
/// <param name="Marks">What the comments before it say, by their name.</param>
internal sealed record Block(Page Page, int Line, string Language, string Text, string Setting, IReadOnlyDictionary<string, string> Marks)
{
    /// <summary>Where it is.</summary>
    public string Place => $"{Page.Path}:{Line}";

    /// <summary>All blocks in a language.</summary>
    public static IEnumerable<Block> In(string language) => Page.All.SelectMany(page => page.Blocks).Where(block => block.Language == language);

    /// <summary>The block at a place.</summary>
    public static Block At(string place) => Page.All.SelectMany(page => page.Blocks).Single(block => block.Place == place);

    /// <summary>What a mark says, or null where there is none.</summary>
    public string? Mark(string name) => Marks.TryGetValue(name, out var value) ? value : null;

    public override string ToString() => Place;
}
