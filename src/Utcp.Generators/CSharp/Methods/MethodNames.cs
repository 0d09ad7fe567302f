using Utcp.Generators.CSharp.Groups;
using Utcp.Generators.CSharp.Names;
using Utcp.Manuals.Model;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>Names the methods of one client class.</summary>
/// <param name="group">The group that the class is for, or null for the root client.</param>
/// <param name="title">The title of an OpenAPI document; null for a UTCP manual, whose names are taken as they are.</param>
/// <param name="reserved">The names that the class has already.</param>
internal sealed class MethodNames(ToolGroup? group, string? title, IEnumerable<string> reserved)
{
    private readonly NameScope _methods = new([.. reserved]);
    private readonly NameScope _operations = new([.. ReservedNames.OfOperations]);

    /// <summary>The names of a tool.</summary>
    public MethodName Take(Tool tool)
    {
        var text = title is null ? tool.Name : ShortName.Of(tool.Name, group?.Tag, title);
        var (stem, whole, symbols) = (Identifier.Pascal(text), Identifier.Pascal(title is null ? tool.Name : ShortName.WithoutController(tool.Name)), Identifier.PascalWithSymbols(tool.Name));
        var method = _methods.Take(tool.Name, Asynchronous(stem), Asynchronous(whole), Asynchronous(symbols));
        return new MethodName(
            method,
            _operations.Take(tool.Name, stem, whole, symbols, Identifier.Cut(stem + "Call")),
            method != Asynchronous(stem) ? whole : group is null || text == tool.Name ? stem : Identifier.Cut(Identifier.Pascal(group.Tag) + stem));
    }

    /// <summary>The names of the method that returns a tool's answer as a stream.</summary>
    public MethodName StreamOf(Tool tool, MethodName name)
    {
        var (key, stem) = (tool.Name + " as a stream", name.Method.Substring(0, name.Method.Length - "Async".Length));
        return new MethodName(
            _methods.Take(key, Identifier.Cut(stem + "StreamAsync"), Identifier.Cut(stem + "AsStreamAsync")),
            TakeStream(tool, name.Operation),
            name.TypeStem);
    }

    /// <summary>The field that describes the request of a stream, by that of the value.</summary>
    public string TakeStream(Tool tool, string operation) =>
        _operations.Take(tool.Name + " as a stream " + operation, Identifier.Cut(operation + "Stream"), Identifier.Cut(operation + "AsStream"));

    /// <summary>The field that describes the request of an overload.</summary>
    public string TakeOverload(Tool tool, MethodName name, string word)
    {
        var stem = Identifier.Cut(name.Operation + word);
        return _operations.Take(tool.Name + " " + word, stem, Identifier.Cut(stem + "Call"));
    }

    /// <summary>A further method of a tool, such as <c>WatchStreamAsync</c> beside <c>WatchAsync</c>.</summary>
    public string TakeVariant(Tool tool, MethodName name, string word)
    {
        var stem = name.Method.Substring(0, name.Method.Length - "Async".Length);
        return _methods.Take(tool.Name + " " + word, Asynchronous(stem + word), Asynchronous(Identifier.Cut(stem + "Tool" + word)));
    }

    private static string Asynchronous(string stem) => stem.EndsWith("Async", StringComparison.Ordinal) ? stem : Identifier.Cut(stem + "Async");
}
