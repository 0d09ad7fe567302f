using Utcp.Generators.CSharp.Groups;
using Utcp.Generators.CSharp.Methods;
using Utcp.Generators.CSharp.Types;

namespace Utcp.Generators.CSharp;

/// <summary>A client to emit: every name and type is decided.</summary>
internal sealed record ClientModel
{
    public required string Namespace { get; init; }

    public required string ClientName { get; init; }

    public required string InterfaceName { get; init; }

    /// <summary>The name of the manual's file, without a folder.</summary>
    public required string FileName { get; init; }

    /// <summary>The provider's title, or the client's name.</summary>
    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string Version { get; init; }

    public required DocText Doc { get; init; }

    /// <summary>The methods of the root client.</summary>
    public required IReadOnlyList<MethodModel> Methods { get; init; }

    /// <summary>The groups of the other methods, each with at least one.</summary>
    public required IReadOnlyList<GroupModel> Groups { get; init; }

    public required IReadOnlyList<TypeModel> Types { get; init; }

    public required IReadOnlyList<VariableModel> Variables { get; init; }

    /// <summary>The servers to choose from; empty where there is no choice.</summary>
    public IReadOnlyList<ServerModel> Servers { get; init; } = [];

    /// <summary>The names of all types that the client declares in its namespace.</summary>
    public IEnumerable<string> TypeNames => Types.Select(type => type.Identity.Name)
        .Concat(Groups.SelectMany(group => new[] { group.Names.ClientName, group.Names.InterfaceName }))
        .Concat([ClientName, InterfaceName]);
}

/// <summary>A variable of the manual and the constant that holds its name.</summary>
internal sealed record VariableModel(string ConstantName, string Name, bool Required, bool Secret)
{
    /// <summary>What it means.</summary>
    public required DocText Doc { get; init; }

    /// <summary>What it stands for without a value, or null.</summary>
    public string? Default { get; init; }

    /// <summary>The values it may have; empty for any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}

/// <summary>A server and the constant that holds its URL.</summary>
internal sealed record ServerModel(string ConstantName, string Url, string Description);
