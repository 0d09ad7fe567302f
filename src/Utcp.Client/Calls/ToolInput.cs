using System.Text;
using System.Text.Json;
using Utcp.Manuals.Model;

namespace Utcp.Client.Calls;

/// <summary>An input of a tool, ready to be compared with the members of an argument object.</summary>
internal sealed class ToolInput
{
    public ToolInput(string name, bool isRequired, JsonElement? constant = null)
    {
        Name = name;
        Utf8Name = Encoding.UTF8.GetBytes(name);
        IsRequired = isRequired;
        Constant = constant;
    }

    public string Name { get; }

    public byte[] Utf8Name { get; }

    public bool IsRequired { get; }

    /// <summary>The only value that the schema allows, sent when a required input is not given; or null.</summary>
    public JsonElement? Constant { get; }
}

/// <summary>A place of a request that an input goes to.</summary>
/// <param name="Input">The input, as an index.</param>
/// <param name="Location">The place.</param>
/// <param name="WireName">The name there.</param>
/// <param name="Parameter">What the manual says about it, or null for inputs that it does not name.</param>
internal readonly record struct ToolPlace(int Input, ParameterLocation Location, string WireName, Parameter? Parameter);
