namespace Utcp.Generators.CSharp;

/// <summary>What a file, its options and the project say about the name of a client.</summary>
/// <param name="Path">The manual's path.</param>
/// <param name="Title">The manual's title, or null.</param>
/// <param name="Namespace">The namespace that the options ask for, or "".</param>
/// <param name="ClientName">The class name that the options ask for, or "".</param>
/// <param name="RootNamespace">The namespace that default namespaces start with, or "".</param>
internal sealed record ClientRequest(string Path, string? Title, string Namespace, string ClientName, string RootNamespace);
