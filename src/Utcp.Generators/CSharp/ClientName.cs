namespace Utcp.Generators.CSharp;

/// <summary>What the client of a file is called.</summary>
/// <param name="Namespace">The namespace of the client and its types.</param>
/// <param name="Client">The class.</param>
/// <param name="Interface">The interface of the class.</param>
/// <param name="Stem">The name without "Client".</param>
/// <param name="FileName">The manual's file name, without a folder.</param>
internal sealed record ClientName(string Namespace, string Client, string Interface, string Stem, string FileName);
