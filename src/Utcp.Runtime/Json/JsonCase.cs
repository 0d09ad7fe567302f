using System.ComponentModel;

namespace Utcp.Json;

/// <summary>What is known about a case of a union: enough to tell it from the others without reading it.</summary>
/// <param name="kinds">The kinds of value that it takes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonCase(JsonKinds kinds)
{
    /// <summary>The kinds of value.</summary>
    public JsonKinds Kinds { get; } = kinds;

    /// <summary>Of a string: the only values. Of an open enum: the known ones.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>Whether other <see cref="Values"/> are taken too, when no other case wants them.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Of a string: the form it must have.</summary>
    public JsonFormat Format { get; init; }

    /// <summary>Of an object: the members it must have.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>Of an object: the other members it knows.</summary>
    public string[] Optional { get; init; } = [];

    /// <summary>Of an object: whether members with other names are as good as known ones.</summary>
    public bool IsMap { get; init; }

    /// <summary>Of an object: members that are constants or closed enums of strings.</summary>
    public JsonTag[] Tags { get; init; } = [];

    /// <summary>Of an array: what its items are, when that tells it from other arrays.</summary>
    public JsonCase? Items { get; init; }

    /// <summary>Of a union within: its own cases, which stand for this one.</summary>
    public JsonCase[] Cases { get; init; } = [];
}
