global using Utcp.Manuals.Json;
global using Utcp.Manuals.Model;
global using Utcp.Manuals.Problems;
global using Utcp.Manuals.Utcp;
global using Utcp.Manuals.Yaml;

/// <summary>A program that reads manuals itself.</summary>
internal abstract class Given
{
    protected static readonly string text = "";
}
